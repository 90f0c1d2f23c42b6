import HardDrive from 'lucide-solid/icons/hard-drive'
import type { OperatorEntry } from '../../menu.ts'

export const storageMenu: OperatorEntry = {
  to: '/storage',
  title: { zh: '占用空间', en: 'Storage' },
  icon: HardDrive,
  permission: 'file:space',
}
