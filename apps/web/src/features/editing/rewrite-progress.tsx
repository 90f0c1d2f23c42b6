import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import Square from 'lucide-solid/icons/square'
import { useI18n } from './words.ts'
import { useCost } from '../works/use-cost.ts'
import { useStopGeneration } from '../works/use-stop-generation.ts'
import { Quoted } from './rewrite-offer.tsx'

/** A rewrite while it is being written, and a way to stop it that says what stopping costs. */
export function RewriteProgress(props: { generationId: string; text: string }) {
  const { t, error } = useI18n()
  const cost = useCost()
  const stop = useStopGeneration()
  const isStopping = () => stop.isPending || stop.isSuccess
  const halt = () => stop.mutate(props.generationId, { onError: (cause) => toastError({ title: error(cause) }) })
  return (
    <>
      <Quoted label={t('edit.after')} text={props.text} />
      <div class="flex items-center justify-between gap-3">
        <p role="status" class="text-sm text-ink-2">
          {t('edit.rewriting')}
        </p>
        <Button size="sm" isPending={isStopping()} icon={<Square size={13} aria-hidden="true" />} onClick={halt}>
          {isStopping() ? t('writing.stopping') : t('writing.stop')}
        </Button>
      </div>
      <p class="text-xs text-ink-3">{cost.isMember() ? t('writing.stopRuleFree') : t('writing.stopRule')}</p>
      <p class="text-xs text-ink-3">{t('edit.decideLater')}</p>
    </>
  )
}
