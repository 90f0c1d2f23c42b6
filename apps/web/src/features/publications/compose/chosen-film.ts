import type { FileDto } from '@mozhou/contracts/files/answers'
import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'

/** The film that goes along, as far as the page tells of it. */
export interface ChosenFilm {
  id: string
  name: string
  /** Null where its container does not say. */
  seconds: number | null
  isAiGenerated: boolean
}

export const filmOfFile = ({ id, name, seconds, isAiGenerated }: FileDto): ChosenFilm => ({
  id,
  name,
  seconds,
  isAiGenerated,
})

/** The one of a publication that is changed; null where it has none. */
export function filmIn({ media }: PublicationDetailDto['package']): ChosenFilm | null {
  for (const medium of media)
    if (medium.kind === 'file' && medium.fact.kind === 'video') {
      const { source, name, seconds, ai } = medium.fact
      return { id: source ?? medium.id, name, seconds, isAiGenerated: ai.isGenerated }
    }
  return null
}

/** Minutes and seconds, as players show them. */
export function playingTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
