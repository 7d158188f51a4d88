import * as z from 'zod';

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'not a colour: use #rrggbb');
const name = z.string().min(1).max(80);
/** A font by name, or a mapping with its name and more that is not read here. */
const family = z.union([name, z.looseObject({ family: name })]).transform((f) => (typeof f === 'string' ? f : f.family));

/** The part of a `_brand.yml` that marketbrief reads. */
export const brandSchema = z.object({
  meta: z.looseObject({ name: z.union([z.string(), z.looseObject({ short: z.string() })]).optional() }).optional(),
  color: z
    .looseObject({
      palette: z.record(z.string(), hex).optional(),
      foreground: z.string().optional(),
      background: z.string().optional(),
      primary: z.string().optional(),
      secondary: z.string().optional(),
    })
    .optional(),
  typography: z.looseObject({ base: family.optional(), headings: family.optional() }).optional(),
  /** A PNG of the brand's folder, by itself or as the medium size. */
  logo: z
    .union([z.string(), z.looseObject({ medium: z.string().optional() })])
    .transform((l) => (typeof l === 'string' ? l : l.medium))
    .optional(),
  defaults: z
    .looseObject({
      marketbrief: z
        .strictObject({ categorical: z.array(z.string()).min(1).max(6).optional(), tokens: z.record(z.string(), hex).optional() })
        .optional(),
    })
    .optional(),
});

export type BrandFile = z.output<typeof brandSchema>;
