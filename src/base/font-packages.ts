/** A face of a family, by what a text asks for. */
export type FontFace = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** The families a PDF is set in. Arimo ships with the program; the others are packages a user installs where their scripts are printed. */
export type FontFamily = 'arimo' | 'noto-sans-sc' | 'noto-sans-jp' | 'noto-sans-kr' | 'noto-sans-arabic';

const FILE_NAMES: Readonly<Record<FontFamily, string>> = {
  arimo: 'Arimo',
  'noto-sans-sc': 'NotoSansSC',
  'noto-sans-jp': 'NotoSansJP',
  'noto-sans-kr': 'NotoSansKR',
  'noto-sans-arabic': 'NotoSansArabic',
};

const FOLDERS: Readonly<Record<FontFace, string>> = {
  regular: '400Regular',
  bold: '700Bold',
  italic: '400Regular_Italic',
  boldItalic: '700Bold_Italic',
};

/** The npm package of a family. */
export const fontPackage = (family: FontFamily): string => `@expo-google-fonts/${family}`;

/** The file of a face below `node_modules`. Only Arimo has italics: the scripts of the other families know none. */
export const fontModule = (family: FontFamily, face: FontFace): string =>
  `${fontPackage(family)}/${FOLDERS[face]}/${FILE_NAMES[family]}_${FOLDERS[face]}.ttf`;
