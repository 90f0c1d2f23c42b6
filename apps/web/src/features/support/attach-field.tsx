import { conversationLinkKinds } from '@mozhou/contracts/support/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { Match, Show, Switch } from 'solid-js'
import { orderById } from '../orders/queries.ts'
import { creationById } from '../works/queries.ts'
import type { Attached } from './attached.ts'
import { ordersToChoose, worksToChoose } from './queries.ts'
import { useI18n } from './words.ts'

interface AttachFieldProps {
  attached: Attached
  onChange: (attached: Attached) => void
}

/** One thing of the person's own: chosen from their newest, or what the page that led here has set. */
export function AttachField(props: AttachFieldProps) {
  const { t } = useI18n()
  return (
    <div class="flex flex-col gap-3">
      <Field label={t('support.attach')} hint={t('support.attachHint')}>
        <Segmented
          value={props.attached.kind}
          onValueChange={(kind) => props.onChange({ kind, id: '' })}
          options={(['none', ...conversationLinkKinds] as const).map((value) => ({
            value,
            label: t(`support.attachOf.${value}`),
          }))}
        />
      </Field>
      <Switch>
        <Match when={props.attached.kind === 'order'}>
          <ChooseOrder {...props} />
        </Match>
        <Match when={props.attached.kind !== 'none'}>
          <ChooseWork {...props} />
        </Match>
      </Switch>
    </div>
  )
}

function ChooseOrder(props: AttachFieldProps) {
  const { t, number, money, date } = useI18n()
  const orders = useQuery(() => ordersToChoose())
  const isKnown = () => props.attached.id === '' || orders.data?.some(({ id }) => id === props.attached.id) === true
  const set = useQuery(() => ({ ...orderById(props.attached.id), enabled: orders.data !== undefined && !isKnown() }))
  return (
    <Loaded query={orders} skeleton={<Skeleton class="h-9 w-full" />}>
      {(list) => (
        <Choice
          {...props}
          label={t('support.chooseOrder')}
          options={[...(set.data ? [set.data] : []), ...list()].map(({ id, credits, plan, payableFen, createdAt }) => ({
            value: id,
            label: `${
              plan === null
                ? t('support.linkOf.recharge', number(credits ?? 0), money(payableFen))
                : t('support.linkOf.membership', plan.name, money(payableFen))
            } · ${date(createdAt)}`,
          }))}
        />
      )}
    </Loaded>
  )
}

function ChooseWork(props: AttachFieldProps) {
  const { t, date } = useI18n()
  const works = useQuery(() => worksToChoose())
  const isKnown = () => props.attached.id === '' || works.data?.some(({ id }) => id === props.attached.id) === true
  const set = useQuery(() => ({ ...creationById(props.attached.id), enabled: works.data !== undefined && !isKnown() }))
  return (
    <Loaded query={works} skeleton={<Skeleton class="h-9 w-full" />}>
      {(list) => (
        <Choice
          {...props}
          label={t(props.attached.kind === 'receipt' ? 'support.chooseReceipt' : 'support.chooseWork')}
          options={[...(set.data ? [set.data] : []), ...list()].map(({ id, title, createdAt }) => ({
            value: id,
            label: `${title || t('support.untitled')} · ${date(createdAt)}`,
          }))}
        />
      )}
    </Loaded>
  )
}

function Choice(props: AttachFieldProps & { label: string; options: readonly { value: string; label: string }[] }) {
  const { t } = useI18n()
  return (
    <Show when={props.options.length > 0} fallback={<p class="text-sm text-ink-3">{t('support.nothingToChoose')}</p>}>
      <Select
        label={props.label}
        placeholder={props.label}
        value={props.attached.id}
        onValueChange={(id) => props.onChange({ ...props.attached, id })}
        options={props.options}
      />
    </Show>
  )
}
