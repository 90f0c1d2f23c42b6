import { plainInlines } from '@mozhou/text/blocks'
import type { Link } from '@mozhou/text/blocks'

/** How the text model shows a picture: a link with these words (packages/text/src/read-inlines.ts). */
const pictureWords = /^［图片：(.*)］$/su

export const isPicture = (link: Link): boolean => pictureWords.test(plainInlines(link.inlines))

/** What the author wrote of the picture. */
export const pictureAlt = (link: Link): string => pictureWords.exec(plainInlines(link.inlines))?.[1] ?? ''
