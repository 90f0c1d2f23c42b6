import type { NotificationWishDto } from '@mozhou/contracts/notifications/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { systemInfo } from '../../session/queries.ts'
import { myWishes } from './queries.ts'
import { useI18n } from './words.ts'

type Where = 'app' | 'mail'

/** Which notifications go where; mail alone where any is configured. */
export function WishesCard() {
  const { t } = useI18n()
  const wishes = useQuery(() => myWishes())
  const info = useQuery(() => systemInfo())
  const places = (): readonly Where[] => (info.data?.verifiesEmail === true ? ['app', 'mail'] : ['app'])
  return (
    <Card title={t('wishes.title')} description={t('wishes.hint')}>
      <Loaded query={wishes}>
        {(rows) => (
          <ul class="grid gap-2">
            <For each={rows()}>
              {(wish) => (
                <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
                  <span>{t(`wishes.kinds.${wish.kind}`)}</span>
                  <span class="flex gap-4">
                    <For each={places()}>{(where) => <Wish wish={wish} where={where} />}</For>
                  </span>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

function Wish(props: { wish: NotificationWishDto; where: Where }) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const change = useMutation(() => ({
    mutationFn: (isOn: boolean) =>
      api.notifications.setWish.mutate({ kind: props.wish.kind, where: props.where, isOn }),
    onSuccess: (wishes) => client.setQueryData(myWishes().queryKey, wishes),
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <span class="flex items-center gap-1.5 text-xs text-ink-3">
      {t(`wishes.${props.where}`)}
      <Show
        when={!props.wish[props.where].isFixed}
        fallback={<span class="w-9 text-center">{t('wishes.always')}</span>}
      >
        <Switch
          isBare
          label={t('wishes.switchOf', t(`wishes.kinds.${props.wish.kind}`), t(`wishes.${props.where}`))}
          isOn={props.wish[props.where].isOn}
          isDisabled={change.isPending}
          onChange={(isOn) => change.mutate(isOn)}
        />
      </Show>
    </span>
  )
}
