import Cpu from 'lucide-solid/icons/cpu'
import type { OperatorEntry } from '../../menu.ts'

export const modelsMenu: OperatorEntry = {
  to: '/models',
  title: { zh: '模型目录', en: 'Models' },
  icon: Cpu,
  permission: 'model:read',
}
