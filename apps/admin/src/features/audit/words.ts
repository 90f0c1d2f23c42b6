import { addWords } from '../../i18n/i18n.ts'
import { auditZh } from './words.zh.ts'

export const useI18n = addWords(auditZh, () => import('./words.en.ts').then(({ auditEn }) => auditEn))
