import type { Path } from '../input/raw-data.ts';
import type { Given } from './given.ts';
import type { ReferenceText } from './market.ts';
import { NARRATIVES } from './market.ts';

/** Every text of the file in which figures and sources can be named, in the order of the schema. */
export const referenceTexts = ({ file, raw }: Given): readonly ReferenceText[] => {
  const one = (text: string | undefined, ...path: Path): readonly ReferenceText[] =>
    text === undefined ? [] : [{ text, span: raw.textSpanOf(path) }];
  const narrative = (entry: typeof file.definition, ...path: Path): readonly ReferenceText[] =>
    entry === undefined
      ? []
      : [
          ...one(entry.headline, ...path, 'headline'),
          ...entry.points.flatMap((p, i) => one(p.text, ...path, 'points', i, 'text')),
          ...one(entry.body, ...path, 'body'),
        ];
  return [
    ...narrative(file.definition, 'definition'),
    ...one(file.edition.note, 'edition', 'note'),
    ...NARRATIVES.flatMap((name) => narrative(file.narratives[name], 'narratives', name)),
    ...Object.entries(file.titles).flatMap(([name, title]) => one(title, 'titles', name)),
    ...file.method.flatMap((m, i) => one(m.text, 'method', i, 'text')),
    ...one(file.disclaimer, 'disclaimer'),
  ];
};
