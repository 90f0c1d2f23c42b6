import type { ConversationLinkDto } from '@mozhou/contracts/support/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { ReceiptDrawer } from '@mozhou/ui/receipt/receipt-drawer.tsx'
import { Link } from '@tanstack/solid-router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { receiptOf } from './queries.ts'
import { useI18n } from './words.ts'

/** What a conversation is about, in a few words. */
export function AboutWords(props: { link: ConversationLinkDto }) {
  const { t, number, money } = useI18n()
  const words = () => {
    const { link } = props
    if (link.kind === 'order')
      return link.planName === null
        ? t('support.linkOf.recharge', number(link.credits ?? 0), money(link.payableFen))
        : t('support.linkOf.membership', link.planName, money(link.payableFen))
    if (link.state === 'purged') return t('support.linkOf.purged')
    return t(`support.linkOf.${link.kind}`, link.title || t('support.untitled'))
  }
  return <>{words()}</>
}

/** The same with what there is to know of it, and the way to its page for who may open that; the text of a work is its owner's alone. */
export function About(props: { link: ConversationLinkDto; personId: string }) {
  const { t } = useI18n()
  const may = usePermissions()
  const order = () => (props.link.kind === 'order' ? props.link : undefined)
  const work = () => (props.link.kind === 'order' ? undefined : props.link)
  return (
    <span class="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
      <AboutWords link={props.link} />
      <Switch>
        <Match when={order()}>
          {(link) => (
            <>
              <Badge>{t(`support.orderStatusOf.${link().status}`)}</Badge>
              <code class="text-xs break-all">{link().orderNo}</code>
              <Show when={may('order:read')}>
                <Link to="/orders" search={{ order: link().orderId }} class="text-accent-text hover:underline">
                  {t('support.openOrder')}
                </Link>
              </Show>
            </>
          )}
        </Match>
        <Match when={work()}>
          {(link) => (
            <>
              <Show when={link().state === 'trashed'}>
                <Badge>{t('support.linkOf.trashed')}</Badge>
              </Show>
              <CopyButton text={link().creationId} label={t('support.workNo')} />
              <Show when={may('ledger:read')}>
                <Receipt userId={props.personId} creationId={link().creationId} />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </span>
  )
}

function Receipt(props: { userId: string; creationId: string }) {
  const { t } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setIsOpen(true)}>
        {t('receipt.title')}
      </Button>
      <Show when={isOpen()}>
        <ReceiptDrawer receipt={receiptOf(props)} isOpen onClose={() => setIsOpen(false)} />
      </Show>
    </>
  )
}
