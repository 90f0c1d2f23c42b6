import { meKey } from '@mozhou/ui/api/me-key'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { TermsLinks } from './terms-links.tsx'
import { useI18n } from './words.ts'

/** Asks for the edition in force. It stands in nobody's way: only paying needs it. */
export function TermsNotice() {
  const { t } = useI18n()
  const client = useQueryClient()
  const accept = useMutation(() => ({
    mutationFn: () => api.auth.acceptTerms.mutate({ acceptedTerms: termsVersion }),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  }))
  return (
    <div class="mb-4 grid gap-2">
      <Notice
        tone="info"
        title={t('terms.changed')}
        action={
          <Button size="sm" isPending={accept.isPending} onClick={() => accept.mutate()}>
            {t('terms.accept')}
          </Button>
        }
      >
        {t('terms.why')} <TermsLinks />
      </Notice>
      <Refusal error={accept.error} />
    </div>
  )
}
