import type { Box, Emu } from '../../base/geometry.ts';
import type { Block } from '../../document/document.ts';
import type { LayoutContext } from '../context.ts';
import type { Shape } from '../deck.ts';
import type { LabelWidth } from '../label-width.ts';

import type { SharedScales } from '../shared-scales.ts';
import type { SlideGrid } from '../slide-grid.ts';

/** A block fitted to a width: how high it is, how much higher it may grow, and its shapes in a given box. */
export interface Placed {
  readonly height: Emu;
  /** What the block can use beyond its height; Infinity for exhibits. */
  readonly stretch: Emu;
  readonly draw: (box: Box) => readonly Shape[];
}

/** What all slides of a deck share. */
export interface DeckContext extends LayoutContext {
  readonly labelWidth: LabelWidth;
  readonly grid: SlideGrid;
}

export interface SlideContext extends DeckContext {
  /** A shape name unique on the slide. */
  readonly name: (base: string) => string;
  /** Numbers of the slides before this one that print a figure. */
  readonly slidesOf: (figure: string) => readonly number[];
  readonly scales: SharedScales;
  /** Number of the section among those of the deck, counted from 1. */
  readonly section: number;
  /** Narrow text columns use smaller steps. */
  readonly narrow: boolean;
}

export type BlockLayout<B extends Block> = (block: B, width: Emu, context: SlideContext) => Placed;
