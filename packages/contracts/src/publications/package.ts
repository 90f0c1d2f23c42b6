import { z } from 'zod'
import { countAnswer, wordingAnswer } from '../answers.ts'
import { contentTypes, platformKeys, publicationRoutes, ruleSeverities } from './kinds.ts'

/** What `@mozhou/platforms` makes of a work, as it crosses the wire: the same fields, so that a page may check it again by the same code. */

const aiMarks = z.object({ isGenerated: z.boolean(), hasVisibleLabel: z.boolean(), hasFileLabel: z.boolean() })
const mediaFacts = {
  id: z.string(),
  source: z.string().nullable(),
  name: z.string(),
  mimeType: z.string(),
  bytes: countAnswer,
  width: countAnswer,
  height: countAnswer,
  ai: aiMarks,
}
const imageFacts = z.object({
  ...mediaFacts,
  kind: z.literal('image'),
  alt: z.string(),
  isAnimated: z.boolean(),
  codes: z.array(z.object({ kind: z.enum(['qr', 'barcode']), text: z.string() })).nullable(),
})
const videoFacts = z.object({
  ...mediaFacts,
  kind: z.literal('video'),
  sha256: z.string(),
  seconds: z.number(),
  videoCodec: z.string(),
  audioCodec: z.string().nullable(),
})

const cardFont = z.object({ family: z.enum(['text', 'mono']), size: z.number(), isBold: z.boolean() })
const cardRun = z.object({ text: z.string(), x: z.number(), width: z.number(), font: cardFont, colour: z.string() })
const card = z.object({
  width: z.number(),
  height: z.number(),
  background: z.string(),
  boxes: z.array(
    z.object({
      kind: z.literal('box'),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      radius: z.number(),
      colour: z.string(),
    }),
  ),
  lines: z.array(z.object({ kind: z.literal('line'), baseline: z.number(), runs: z.array(cardRun) })),
  text: z.string(),
})

const packageMedia = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), id: z.string(), fact: z.discriminatedUnion('kind', [imageFacts, videoFacts]) }),
  z.object({ kind: z.literal('card'), id: z.string(), card }),
  z.object({ kind: z.literal('formula'), id: z.string(), tex: z.string(), isDisplay: z.boolean() }),
  z.object({ kind: z.literal('missing'), id: z.string() }),
])

const packageBody = z.discriminatedUnion('form', [
  z.object({ form: z.literal('html'), html: z.string() }),
  z.object({ form: z.literal('markdown'), markdown: z.string() }),
  z.object({ form: z.literal('text'), text: z.string() }),
])

export const packageAnswer = z
  .object({
    platform: z.enum(platformKeys),
    contentType: z.enum(contentTypes),
    route: z.enum(publicationRoutes),
    title: z.string(),
    author: z.string().nullable(),
    digest: z.string(),
    /** HTML may hold what a person wrote: show it in a frame without scripts. */
    body: packageBody,
    tags: z.array(z.string()),
    /** The id of one of `media`. */
    cover: z.string().nullable(),
    media: z.array(packageMedia),
    declarations: z.object({
      ai: z
        .object({
          label: z.string(),
          option: z.string().nullable(),
          made: z.enum(['by_interface', 'by_hand', 'impossible', 'no_option']),
        })
        .nullable(),
      isOriginal: z.boolean(),
    }),
    purpose: z.enum(['article', 'advertisement']),
    /** Where the piece stands already; null where nobody said. */
    originUrl: z.string().nullable().default(null),
  })
  .meta({ id: 'PlatformPackage' })
export type PackageDto = z.output<typeof packageAnswer>

export const changeAnswer = z.object({
  code: z.string(),
  effect: z.enum(['changed', 'lost']),
  field: z.enum(['title', 'digest', 'body', 'tags', 'cover', 'media']),
  count: countAnswer,
  /** What it was, to the letter, where it is no longer there. */
  items: z.array(z.string()),
  wording: wordingAnswer,
})

const ruleFields = ['title', 'digest', 'author', 'body', 'tags', 'cover', 'media', 'cards', 'declarations'] as const
const fix = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set_title'), title: z.string() }),
  z.object({ kind: z.literal('set_digest'), digest: z.string() }),
  z.object({ kind: z.literal('set_tags'), tags: z.array(z.string()) }),
  z.object({
    kind: z.literal('replace_term'),
    field: z.enum(ruleFields),
    term: z.string(),
    replacement: z.string(),
  }),
  z.object({ kind: z.literal('add_label'), label: z.string() }),
])

const ruleResult = z.object({
  code: z.string(),
  severity: z.enum(ruleSeverities),
  platform: z.enum(platformKeys),
  field: z.enum(ruleFields),
  item: z.string().nullable(),
  unit: z.string(),
  measured: z.union([z.number(), z.string()]).meta({ examples: [33] }),
  limit: z
    .union([z.number(), z.string()])
    .nullable()
    .meta({ examples: [32] }),
  found: z.array(z.object({ term: z.string(), excerpt: z.string(), at: countAnswer })),
  fix: fix.nullable(),
  source: z.object({
    kind: z.enum(['law', 'interface', 'tool', 'ours']),
    name: z.string(),
    checkedOn: z.string(),
  }),
  wording: wordingAnswer,
})

export const reportAnswer = z
  .object({
    platform: z.enum(platformKeys),
    day: z.string(),
    rulesVersion: z.string(),
    overridesVersion: z.string(),
    wordListVersion: z.string().nullable(),
    results: z.array(ruleResult),
  })
  .meta({ id: 'PlatformReport' })
export type ReportDto = z.output<typeof reportAnswer>
