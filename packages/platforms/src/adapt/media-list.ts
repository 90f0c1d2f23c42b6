import type { Link } from '@mozhou/text/blocks'
import { pictureAlt } from '../blocks/picture-link.ts'
import { mediaAddress } from '../media-address.ts'
import type { PackageMedia } from '../platform-package.ts'
import type { MediaFact } from '../work-document.ts'

/** The pictures, formulas and films of one package in the order in which they are first needed. */
export interface MediaList {
  /** The address that stands in the body until the picture is uploaded. */
  picture(link: Link): { address: string; alt: string }
  formula(tex: string, isDisplay: boolean): string
  addFile(fact: MediaFact): void
  /** Facts that nothing has named so far. */
  unnamed(): MediaFact[]
  items(): PackageMedia[]
}

export function createMediaList(facts: readonly MediaFact[]): MediaList {
  const items: PackageMedia[] = []
  const known = new Set<string>()
  const formulas = new Map<string, string>()
  const add = (medium: PackageMedia) => {
    if (!known.has(medium.id)) items.push(medium)
    known.add(medium.id)
  }
  const addFile = (fact: MediaFact) => add({ kind: 'file', id: fact.id, fact })
  return {
    picture(link) {
      const alt = pictureAlt(link)
      const fact = facts.find(({ source, kind }) => source === link.href && kind === 'image')
      // One that is nowhere is named all the same, so that publishing stops and says which.
      if (fact) addFile(fact)
      else add({ kind: 'missing', id: link.href })
      return { address: mediaAddress(fact?.id ?? link.href), alt: alt || (fact?.kind === 'image' ? fact.alt : '') }
    },
    formula(tex, isDisplay) {
      const key = `${String(isDisplay)} ${tex}`
      const id = formulas.get(key) ?? `formula-${formulas.size + 1}`
      formulas.set(key, id)
      add({ kind: 'formula', id, tex, isDisplay })
      return mediaAddress(id)
    },
    addFile,
    unnamed: () => facts.filter(({ id }) => !known.has(id)),
    items: () => items,
  }
}
