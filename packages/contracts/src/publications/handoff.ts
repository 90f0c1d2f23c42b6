import { z } from 'zod'
import { instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { platformKeys } from './kinds.ts'
import { packageAnswer } from './package.ts'

/** A medium of a package as it is shown and saved: addresses on this host that end; null for what only `package` can draw. */
export const mediaLinkAnswer = z.object({
  id: z.string(),
  url: z.string().nullable(),
  downloadUrl: z.string().nullable(),
})

/** What the person does now, by hand. */
export const handoffAnswer = z.object({
  /** `draft_box`: publish the draft that is there. `scan`: open on a phone, where the app is filled in. `editor`: fill in by hand. */
  kind: z.enum(['draft_box', 'scan', 'editor']),
  /** To be opened on a computer. */
  url: z.string(),
  /** To be drawn as a QR code, or opened on a phone; null: `url` does for phones, too. */
  phoneUrl: z.string().nullable(),
  expiresAt: instantAnswer.nullable(),
  /** In the order in which the page asks for them, each with what is copied. */
  fields: z.array(
    z.object({
      name: z.enum(['title', 'digest', 'body', 'tags', 'author', 'caption']),
      label: wordingAnswer,
      text: z.string(),
      /** The same with its format, where the editor takes it from the clipboard. */
      html: z.string().nullable(),
    }),
  ),
  /** Ids of `package.media` to be saved and put in, in their order. */
  mediaIds: z.array(z.string()),
  steps: z.array(wordingAnswer),
  /** The platform's own AI switch, to be ticked by hand; null where none is asked for. */
  declare: z.string().nullable(),
  /** The same on a page of ours for a phone, signed in or not: short enough for any camera, and good until then. Null: nothing waits. */
  phonePage: z.object({ path: z.string(), expiresAt: instantAnswer }).nullable(),
})

/** For whoever scanned the code: what is to be done, and nothing else of its author. */
export const handedOverAnswer = z
  .object({
    publicationId: idAnswer('publication'),
    platform: z.enum(platformKeys),
    title: z.string(),
    isSandbox: z.boolean(),
    package: packageAnswer,
    mediaLinks: z.array(mediaLinkAnswer),
    handoff: handoffAnswer,
    expiresAt: instantAnswer,
  })
  .meta({ id: 'HandedOver' })
export type HandedOverDto = z.output<typeof handedOverAnswer>
