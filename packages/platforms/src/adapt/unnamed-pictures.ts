import type { ImageFacts } from '../work-document.ts'
import type { Adapting } from './adapting.ts'

/** Pictures that an article's text does not name stand behind it: a picture of the work is never left out unasked. The cover stands apart. */
export function unnamedPictures({ document, changes, media }: Adapting): ImageFacts[] {
  return media.unnamed().flatMap((fact) => {
    if (fact.kind !== 'image' || fact.id === document.cover) return []
    media.addFile(fact)
    changes.add('pictures_after_text', fact.name)
    return [fact]
  })
}
