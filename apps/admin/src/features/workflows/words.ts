import { addWords } from '../../i18n/i18n.ts'
import { workflowsZh } from './words.zh.ts'

export const useI18n = addWords(workflowsZh, () => import('./words.en.ts').then(({ workflowsEn }) => workflowsEn))
