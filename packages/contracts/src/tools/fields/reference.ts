import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

export const referenceInput = textInput(0, 5_000).default('')

export const referenceField = {
  name: 'reference',
  control: 'textarea',
  isAdvanced: true,
  maxLength: 5_000,
  rows: 4,
  label: { zh: '参考资料', en: 'Source material' },
} as const satisfies ToolField
