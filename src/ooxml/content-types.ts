import { CONTENT_TYPES, editPart, type OfficePackage } from './package.ts';
import { el } from './xml.ts';

export const addOverride = (pkg: OfficePackage, part: string, type: string): void =>
  editPart(pkg, CONTENT_TYPES, (xml) =>
    xml.replace('</Types>', () => `${el('Override', { PartName: `/${part}`, ContentType: type })}</Types>`),
  );

export const addDefault = (pkg: OfficePackage, extension: string, type: string): void =>
  editPart(pkg, CONTENT_TYPES, (xml) =>
    xml.includes(`Extension="${extension}"`)
      ? xml
      : xml.replace(/(<Types[^>]*>)/, (open) => `${open}${el('Default', { Extension: extension, ContentType: type })}`),
  );

/** Drops overrides without a part and defaults no part uses: dangling ones are a known cause of PowerPoint's repair prompt. */
export const pruneContentTypes = (pkg: OfficePackage): void => {
  const extensions = new Set([...pkg.parts.keys()].map((n) => n.split('.').at(-1)?.toLowerCase() ?? ''));
  editPart(pkg, CONTENT_TYPES, (xml) => {
    const overridden = new Set<string>();
    return xml
      .replace(/<Override\b[^>]*\bPartName="\/([^"]*)"[^>]*\/>/g, (whole, part: string) => {
        if (!pkg.parts.has(part) || overridden.has(part)) return '';
        overridden.add(part);
        return whole;
      })
      .replace(/<Default\b[^>]*\bExtension="([^"]*)"[^>]*\/>/g, (whole, extension: string) => {
        const used =
          extensions.has(extension.toLowerCase()) &&
          [...pkg.parts.keys()].some((n) => n.toLowerCase().endsWith(`.${extension.toLowerCase()}`) && !overridden.has(n));
        return used ? whole : '';
      });
  });
};
