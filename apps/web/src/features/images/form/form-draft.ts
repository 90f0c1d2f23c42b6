import type { ImageForm } from './image-form.ts'
import { freshForm } from './image-form.ts'

/** Words, which are what would be missed; pictures and choices are made again in a moment. */
const kept = ['prompt', 'negativePrompt'] as const satisfies readonly (keyof ImageForm)[]

export function writeDraft(form: ImageForm): string {
  return JSON.stringify(Object.fromEntries(kept.map((name) => [name, form[name]])))
}

/** Whatever is stored there: it may be of another time. */
export function readDraft(text: string | null): Pick<ImageForm, (typeof kept)[number]> {
  const stored = parse(text)
  const word = (name: (typeof kept)[number]) => {
    const value: unknown = Reflect.get(stored, name)
    return typeof value === 'string' ? value : freshForm[name]
  }
  return { prompt: word('prompt'), negativePrompt: word('negativePrompt') }
}

function parse(text: string | null): object {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch (cause) {
    if (cause instanceof SyntaxError) return {}
    throw cause
  }
}
