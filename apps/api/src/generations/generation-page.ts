import type { GenerationPageDto } from '@mozhou/contracts/generations/admin-answers'
import { mayDo } from '@mozhou/contracts/permissions'
import { parseId } from '@mozhou/contracts/ids'
import type { Role } from '@mozhou/contracts/roles'
import { getGenerationDetail } from '@mozhou/domain/generations/get-generation-detail'
import { listAcknowledgements } from '@mozhou/domain/generations/list-acknowledgements'
import { needsPerson } from '@mozhou/domain/generations/needs-person'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import type { Context } from '../context.ts'

/** One generation for operators, with the way to its run and what was noted of it. */
export async function generationPage(
  { domain, workflows }: Pick<Context, 'domain' | 'workflows'>,
  { generationId, role }: { generationId: string; role: Role },
): Promise<GenerationPageDto> {
  const sees = {
    titles: mayDo(role, 'creation:read') || mayDo(role, 'ledger:read'),
    entries: mayDo(role, 'ledger:read'),
  }
  const detail = await getGenerationDetail(domain, { generationId, sees })
  const workflowId = generationWorkflowId(parseId('creation', detail.creationId) ?? '', detail.ordinal)
  const acknowledged = await listAcknowledgements(domain, [workflowId])
  return {
    ...detail,
    workflowId,
    workflowUrl: mayDo(role, 'workflow:read') ? workflows.pageOf(workflowId) : null,
    needsPerson: needsPerson(detail),
    acknowledgements: acknowledged.get(workflowId) ?? [],
  }
}
