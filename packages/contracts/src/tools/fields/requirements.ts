import { z } from 'zod'
import type { ToolField } from '../tool.ts'

export const requirementsInput = z.string().trim().max(500).default('')

export const requirementsField = {
  name: 'requirements',
  control: 'textarea',
  maxLength: 500,
  rows: 3,
  label: { zh: '补充要求', en: 'Further wishes' },
} as const satisfies ToolField
