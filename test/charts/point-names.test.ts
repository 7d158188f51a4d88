import { describe, expect, it } from 'vitest';
import { nameSides } from '../../src/charts/point-names.ts';

const STYLE = { size: 12, bold: false, color: 'ink' } as const;
const ROOM = { x: 0, y: 0, w: 300, h: 200 };

const at = (x: number, y: number, name: string) => ({ x, y, r: 5, name });

describe('the name of a point', () => {
  it('stands at its right', () => {
    expect(nameSides([at(100, 100, 'Alone')], ROOM, [], [], STYLE)).toEqual(['r']);
  });

  it('stands at its left where the room ends', () => {
    expect(nameSides([at(290, 100, 'At the edge')], ROOM, [], [], STYLE)).toEqual(['l']);
  });

  it('keeps off other points and their names', () => {
    expect(nameSides([at(100, 100, 'First'), at(120, 100, 'Second')], ROOM, [], [], STYLE)).toEqual(['l', 'r']);
  });

  it('keeps off lines where it can, and stands on one where it cannot', () => {
    const line = { x: 120, y: 0, w: 2, h: 200 };
    expect(nameSides([at(100, 100, 'Beside a line')], ROOM, [], [line], STYLE)).toEqual(['l']);
    const everywhere = { x: 0, y: 0, w: 300, h: 200 };
    expect(nameSides([at(100, 100, 'On a line')], ROOM, [], [everywhere], STYLE)).toEqual(['r']);
  });

  it('is left out where no side is free', () => {
    expect(nameSides([at(100, 100, 'Taken')], ROOM, [ROOM], [], STYLE)).toEqual([undefined]);
  });
});
