import type { ToolField } from '../tool.ts'
import { choices } from './choices.ts'

export const emojiLevels = choices([
  ['none', '不使用', 'None'],
  ['few', '少量点缀', 'A few'],
  ['rich', '丰富', 'Many'],
])

export const emojiField = {
  name: 'emoji',
  control: 'select',
  width: 'half',
  label: { zh: '表情符号', en: 'Emoji' },
  options: emojiLevels,
} as const satisfies ToolField
