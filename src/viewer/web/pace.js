// SPDX-License-Identifier: MIT

const lateAfter = 150; // milliseconds
const mostLate = 1;

/** Whether frames come too late for anything to move smoothly: found out while something moves, and true from then on. */
export function createPace() {
  let before = null;
  let moving = false;
  let late = 0;
  const frame = (now) => {
    if (now - before > lateAfter) late += 1;
    before = moving ? now : null;
    if (moving) requestAnimationFrame(frame);
  };
  return {
    isSlow: () => late > mostLate,
    move() {
      moving = true;
      if (before !== null) return;
      before = performance.now();
      requestAnimationFrame(frame);
    },
    /** The frame that is still to come counts: where frames are late, it comes after the movement seems to have ended. */
    rest() {
      moving = false;
    },
  };
}
