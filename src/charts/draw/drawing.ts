import type { SceneItem } from '../scene.ts';

/** What a layer draws: its marks, and the labels that stand over all marks. */
export interface Drawing {
  readonly marks: readonly SceneItem[];
  readonly labels: readonly SceneItem[];
}
