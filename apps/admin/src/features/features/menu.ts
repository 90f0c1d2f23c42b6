import FlaskConical from 'lucide-solid/icons/flask-conical'
import type { OperatorEntry } from '../../menu.ts'

export const featuresMenu: OperatorEntry = {
  to: '/features',
  title: { zh: '功能开放', en: 'Features' },
  icon: FlaskConical,
  permission: 'feature:read',
}
