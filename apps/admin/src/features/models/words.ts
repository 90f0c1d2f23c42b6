import { addWords } from '../../i18n/i18n.ts'
import { modelsZh } from './words.zh.ts'

export const useI18n = addWords(modelsZh, () => import('./words.en.ts').then(({ modelsEn }) => modelsEn))
