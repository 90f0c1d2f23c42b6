import type { ConversationLinkDto } from '@mozhou/contracts/support/answers'
import { useI18n } from './words.ts'

/** What a conversation is about, in a few words. */
export function useLinkWords(): (link: ConversationLinkDto) => string {
  const { t, number, money } = useI18n()
  return (link) => {
    if (link.kind === 'order') {
      const price = money(link.payableFen)
      return link.planName === null
        ? t('support.linkOf.recharge', number(link.credits ?? 0), price)
        : t('support.linkOf.membership', link.planName, price)
    }
    if (link.state === 'purged') return t('support.linkOf.purged')
    return t(`support.linkOf.${link.kind}`, link.title || t('support.untitled'))
  }
}
