import type { ToolField } from '../tool.ts'
import { choices } from './choices.ts'

export const languages = choices([
  ['zh-CN', '简体中文', 'Simplified Chinese'],
  ['zh-TW', '繁体中文', 'Traditional Chinese'],
  ['en', '英文', 'English'],
])

export const languageField = {
  name: 'language',
  control: 'select',
  isAdvanced: true,
  width: 'half',
  label: { zh: '语言', en: 'Language' },
  options: languages,
} as const satisfies ToolField
