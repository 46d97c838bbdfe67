// SPDX-License-Identifier: MIT

// Dates are ISO 8601 days, months or years; a day is the number of days since 1970-01-01.

const pattern = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;
const day = 86400000;

function dayNumber(year, month, dayOfMonth) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, dayOfMonth);
  return Math.floor(date.getTime() / day);
}

/** The first day of a date, or null. */
export function firstDay(text) {
  const match = pattern.exec(text);
  return match ? dayNumber(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)) : null;
}

/** The last day of a date, or null. */
export function lastDay(text) {
  const match = pattern.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (!match[2]) return dayNumber(year, 11, 31);
  if (!match[3]) return dayNumber(year, Number(match[2]), 0);
  return dayNumber(year, Number(match[2]) - 1, Number(match[3]));
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Steps of a time axis, finest first: where the step of a day begins, and the one after it. */
export const units = [
  {
    name: "day",
    floor: (d) => d,
    next: (d) => d + 1,
    label: (d) => { const t = new Date(d * day); return `${t.getUTCDate()} ${months[t.getUTCMonth()]} ${t.getUTCFullYear()}`; },
  },
  {
    name: "month",
    floor: (d) => { const t = new Date(d * day); return dayNumber(t.getUTCFullYear(), t.getUTCMonth(), 1); },
    next: (d) => { const t = new Date(d * day); return dayNumber(t.getUTCFullYear(), t.getUTCMonth() + 1, 1); },
    label: (d) => { const t = new Date(d * day); return `${months[t.getUTCMonth()]} ${t.getUTCFullYear()}`; },
  },
  ...[1, 5, 10, 50].map((years) => ({
    name: years === 1 ? "year" : `${years} years`,
    floor: (d) => { const y = new Date(d * day).getUTCFullYear(); return dayNumber(y - (y % years), 0, 1); },
    next: (d) => dayNumber(new Date(d * day).getUTCFullYear() + years, 0, 1),
    label: (d) => { const y = new Date(d * day).getUTCFullYear(); return years === 1 ? `${y}` : `${y}–${y + years - 1}`; },
  })),
];
