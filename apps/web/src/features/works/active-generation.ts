import { generationYields, isActive } from '@mozhou/contracts/generations/kinds'
import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { GenerationDto, GenerationStartedDto } from '@mozhou/contracts/generations/answers'

interface Known {
  /** The creation as last read; may be older than what was started here. */
  stored: Pick<CreationDto, 'id' | 'generation'> | null
  started: GenerationStartedDto | null
  fromUrl: string | null
}

/** The generation whose stream is worth following, or null when everything has come to its end. */
export function activeGenerationId({ stored, started, fromUrl }: Known): string | null {
  const newest = stored?.generation ?? null
  if (started && started.generationId !== newest?.id) return started.generationId
  if (stored) return newest && isUnderWay(newest) ? newest.id : null
  return fromUrl
}

/** A rewrite of a selection makes no new text of the work: whoever asked for it watches it. */
function isUnderWay(generation: Pick<GenerationDto, 'status' | 'kind'>): boolean {
  return generationYields[generation.kind] === 'version' && isActive(generation.status)
}
