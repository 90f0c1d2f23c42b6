import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

export const requirementsInput = textInput(0, 500).default('')

export const requirementsField = {
  name: 'requirements',
  control: 'textarea',
  maxLength: 500,
  rows: 3,
  label: { zh: '补充要求', en: 'Further wishes' },
} as const satisfies ToolField
