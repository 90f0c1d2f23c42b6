import { useQuery } from '@mozhou/ui/api/use-query'
import { me, myBalance } from '../../../session/queries.ts'
import { imageTools } from '../queries.ts'
import { useI18n } from '../words.ts'
import type { ImageForm } from './image-form.ts'
import { picturesAsked } from './image-form.ts'
import { priceOf } from './price-of.ts'

/** What a press costs this person, and whether they can pay it. */
export function useImageCost() {
  const { t, number } = useI18n()
  const account = useQuery(() => me())
  const balance = useQuery(() => myBalance())
  const tools = useQuery(() => imageTools())
  const isMember = () => account.data?.membership.isMember === true
  const credits = () => balance.data?.credits ?? null
  const price = (form: ImageForm) => priceOf(form, tools.data?.prices ?? [])
  return {
    isMember,
    hasMembersModels: () => account.data?.membership.benefits?.membersModels === true,
    credits,
    price,
    /** What the button says: nothing is taken beyond it. */
    most: (form: ImageForm) => (isMember() ? 0 : price(form)),
    canPay(form: ImageForm) {
      const owned = credits()
      return isMember() || owned === null || owned >= price(form)
    },
    words(form: ImageForm) {
      if (price(form) === 0) return t('images.free')
      return isMember() ? t('writing.costMember') : t('writing.costCredits', number(price(form)))
    },
    pictures: (form: ImageForm) => t('images.pictures', number(picturesAsked(form))),
  }
}
