/** English Metric Units: the integer length of Office files. */
export type Emu = number;

export const EMU_PER_POINT = 12700;
export const EMU_PER_INCH = 914400;

/** A rectangle in integer EMU from the top left corner of the slide or page. */
export interface Box {
  readonly x: Emu;
  readonly y: Emu;
  readonly w: Emu;
  readonly h: Emu;
}

export const inches = (n: number): Emu => Math.round(n * EMU_PER_INCH);
export const points = (n: number): Emu => Math.round(n * EMU_PER_POINT);
export const toPoints = (emu: Emu): number => emu / EMU_PER_POINT;
export const toInches = (emu: Emu): number => emu / EMU_PER_INCH;

/** A box given in inches, as the slide grid is specified. */
export const inchBox = (x: number, y: number, w: number, h: number): Box => ({
  x: inches(x),
  y: inches(y),
  w: inches(w),
  h: inches(h),
});
