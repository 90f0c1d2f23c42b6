import MessageSquareText from 'lucide-solid/icons/message-square-text'
import type { OperatorEntry } from '../../menu.ts'

export const promptsMenu: OperatorEntry = {
  to: '/prompts',
  title: { zh: '提示词', en: 'Prompts' },
  icon: MessageSquareText,
  permission: 'prompt:read',
}
