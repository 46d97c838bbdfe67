// SPDX-License-Identifier: MIT

const lateAfter = 150; // milliseconds
const mostLate = 1;

/** Whether frames come too late for anything to move smoothly: found out while something moves, and true from then on. */
export function createPace() {
  let before = null;
  let late = 0;
  const frame = (now) => {
    if (before === null) return;
    if (now - before > lateAfter) late += 1;
    before = now;
    requestAnimationFrame(frame);
  };
  return {
    isSlow: () => late > mostLate,
    move() {
      if (before !== null) return;
      before = performance.now();
      requestAnimationFrame(frame);
    },
    rest() {
      before = null;
    },
  };
}
