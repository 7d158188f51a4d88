import type { Parent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { type Parsing, report } from './parsing.ts';

const containers = (parent: Parent): readonly ContainerDirective[] =>
  parent.children.flatMap((child) => [
    ...(child.type === 'containerDirective' ? [child] : []),
    ...('children' in child ? containers(child as Parent) : []),
  ]);

/** A container left open ends with the text: all that follows would silently stand inside of it. */
export const reportUnclosed = (parsing: Parsing, root: Root): void => {
  const last = parsing.text.trimEnd().length;
  for (const node of containers(root)) {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (to < last) continue;
    const written = parsing.text.slice(from, to);
    const fence = /^:+/.exec(written)?.[0].length ?? 0;
    const end = /^[ \t>]*(:+)[ \t]*$/.exec(written.slice(written.lastIndexOf('\n') + 1))?.[1]?.length ?? 0;
    if (end < fence)
      report(
        parsing,
        node,
        'document/unclosed-container',
        `the container "${node.name}" is not closed`,
        `end it with a line of ${fence} colons; a container that holds another has more colons than the inner one`,
      );
  }
};
