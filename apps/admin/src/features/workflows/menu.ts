import Workflow from 'lucide-solid/icons/workflow'
import type { OperatorEntry } from '../../menu.ts'

export const workflowsMenu: OperatorEntry = {
  to: '/workflows',
  title: { zh: '运行中的流程', en: 'Running workflows' },
  icon: Workflow,
  permission: 'workflow:read',
}
