import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { BindWechat } from './bind-wechat.tsx'
import { cashAccount } from './queries.ts'
import { useI18n } from './words.ts'

/** Whom the cash goes to. Nothing of it is filled in again: the server does not give it back. */
export function PayeeDialog(props: { channels: readonly PayChannel[]; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const form = createForm({
    initial: {
      channel: untrack(() => props.channels[0] ?? 'alipay'),
      account: '',
      bindingId: '',
      realName: '',
      idNumber: '',
      currentPassword: '',
    },
    toInput: payeeInputOf,
    schema: () => import('@mozhou/contracts/withdrawals/inputs').then((module) => module.savePayeeInput),
  })
  const save = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      return values && api.withdrawals.savePayee.mutate(payeeInputOf(form.values()))
    },
    onError: (cause: unknown) => form.showIssues(toShownError(cause).fields),
    onSuccess: (account) => {
      if (!account) return
      client.setQueryData(cashAccount().queryKey, account)
      toastSuccess({ title: t('withdrawals.saved') })
      props.onClose()
    },
  }))
  const channel = () => form.values().channel
  const labels = () => ({
    account: t(`withdrawals.account.${channel()}`),
    realName: t('withdrawals.realName'),
    idNumber: t('withdrawals.idNumber'),
    bindingId: t('withdrawals.account.wechat'),
    currentPassword: t('withdrawals.password'),
  })
  const wrong = (field: keyof ReturnType<typeof labels>) => {
    const issue = form.issue(field)
    return issue && fieldIssue(labels()[field], issue)
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => props.onClose()}
      title={t('withdrawals.payeeTitle')}
      description={t('withdrawals.payeeHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={save.isPending} onClick={() => save.mutate()}>
            {t('withdrawals.save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Segmented
          label={t('withdrawals.payeeChannel')}
          value={channel()}
          onValueChange={(value) => form.set('channel', value)}
          options={props.channels.map((value) => ({ value, label: t(`withdrawals.channelOf.${value}`) }))}
        />
        <Show
          when={channel() === 'wechat'}
          fallback={
            <Field
              label={labels().account}
              hint={t('withdrawals.accountHint.alipay')}
              error={wrong('account')}
              isRequired
            >
              <TextInput value={form.values().account} onValueChange={(value) => form.set('account', value)} />
            </Field>
          }
        >
          <BindWechat onBound={(bindingId) => form.set('bindingId', bindingId)} error={wrong('bindingId') ?? null} />
        </Show>
        <Field label={labels().realName} error={wrong('realName')} isRequired>
          <TextInput
            autocomplete="name"
            value={form.values().realName}
            onValueChange={(value) => form.set('realName', value)}
          />
        </Field>
        <Field label={labels().idNumber} error={wrong('idNumber')} isRequired>
          <TextInput
            maxLength={18}
            value={form.values().idNumber}
            onValueChange={(value) => form.set('idNumber', value)}
          />
        </Field>
        <Field label={labels().currentPassword} hint={t('withdrawals.passwordHint')} error={wrong('currentPassword')}>
          <PasswordInput
            autocomplete="current-password"
            value={form.values().currentPassword}
            onValueChange={(value) => form.set('currentPassword', value)}
          />
        </Field>
        <Refusal error={save.error} />
      </div>
    </Dialog>
  )
}

interface PayeeValues {
  channel: PayChannel
  account: string
  bindingId: string
  realName: string
  idNumber: string
  currentPassword: string
}

/** What the API is sent: of the channel's own, and the password where one was given. */
function payeeInputOf({ channel, account, bindingId, realName, idNumber, currentPassword }: PayeeValues) {
  return {
    channel,
    realName,
    idNumber,
    ...(channel === 'alipay' && { account }),
    ...(channel === 'wechat' && bindingId !== '' && { bindingId }),
    ...(currentPassword !== '' && { currentPassword }),
  }
}
