import { addWords } from '../../i18n/i18n.ts'
import { promptsZh } from './words.zh.ts'

export const useI18n = addWords(promptsZh, () => import('./words.en.ts').then(({ promptsEn }) => promptsEn))
