import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import { useQuery } from '@mozhou/ui/api/use-query'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { useQueryClient } from '@tanstack/solid-query'
import { useI18n } from '../../i18n/i18n.ts'
import { me, myBalance, systemInfo } from '../../session/queries.ts'

/** What one generation costs this person, and whether they can pay it. */
export function useCost() {
  const { t, number } = useI18n()
  const client = useQueryClient()
  const account = useQuery(() => me())
  const info = useQuery(() => systemInfo())
  const balance = useQuery(() => myBalance())
  const isMember = () => account.data?.membership.isMember === true
  /** By what their own months bring, whatever is sold now. */
  const hasMembersModels = () => account.data?.membership.benefits?.membersModels === true
  const price = () => info.data?.priceCredits ?? generationPriceCredits
  const credits = () => balance.data?.credits ?? null
  return {
    isMember,
    hasMembersModels,
    price,
    credits,
    canPay: () => {
      const owned = credits()
      return isMember() || owned === null || owned >= price()
    },
    /** What the button says, for the press to carry: nothing is begun for more. */
    most: () => (isMember() ? 0 : price()),
    /** A press that was refused because it costs more by now: what the button says is read again. */
    readAfter(error: unknown): void {
      if (toShownError(error).code !== 'PRICE_CHANGED') return
      for (const { queryKey } of [me(), systemInfo()]) void client.invalidateQueries({ queryKey })
    },
    words: () => (isMember() ? t('writing.costMember') : t('writing.costCredits', number(price()))),
  }
}
