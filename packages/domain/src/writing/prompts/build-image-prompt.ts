import type { BuiltPrompt } from './prompt.ts'
import { guards } from './registry.ts'

/** What a text model is asked that makes a prompt for pictures. `material` is what the picture is for, as it stands there. */
export function buildImagePrompt(
  system: string,
  { wish, material, order }: { wish: string; material: string; order: string },
): BuiltPrompt {
  const parts = [
    ...(wish === '' ? [] : [`想法：<<<\n${wish}\n>>>`]),
    ...(material === '' ? [] : [`作品内容：<<<\n${material}\n>>>`]),
    order,
  ]
  return {
    messages: [
      { role: 'system', content: `${system.trim()}\n${guards}` },
      { role: 'user', content: parts.join('\n\n') },
    ],
    maxOutputTokens: 800,
  }
}
