import { addWords } from '../../i18n/i18n.ts'
import { featuresZh } from './words.zh.ts'

export const useI18n = addWords(featuresZh, () => import('./words.en.ts').then(({ featuresEn }) => featuresEn))
