import type { ImageRequest } from './port.ts'

/** What is wanted, for a vendor that has no field for what is not. */
export function wholePrompt(prompt: string, negativePrompt: string | undefined): string {
  return negativePrompt?.trim() ? `${prompt}\nDo not show: ${negativePrompt.trim()}` : prompt
}

const wishes: Record<Exclude<ImageRequest['operation'], 'upscale'>, (words: string) => string> = {
  generate: (words) => words,
  variation: (words) =>
    `Make another version of this picture with the same subject and style and a somewhat different composition. ${words}`,
  edit: (words) => words || 'Remove what is in the marked area and fill it in naturally.',
  restyle: (words) => `Repaint this picture in another style and keep its content and composition. Style: ${words}`,
  remove_background: () => 'Remove the background completely and keep the main subject exactly as it is.',
  replace_background: (words) => `Keep the main subject exactly as it is and replace the background with: ${words}`,
}

/** The operation in words, for a vendor that takes instructions and has no endpoint for it. */
export function asInstruction(request: Exclude<ImageRequest, { operation: 'upscale' }>): string {
  const words = 'prompt' in request ? wholePrompt(request.prompt, request.negativePrompt) : ''
  return wishes[request.operation](words).trim()
}

/** `data:` URL of a picture. */
export function dataUrl({ bytes, type }: { bytes: Uint8Array; type: string }): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
