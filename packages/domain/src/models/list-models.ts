import type { ModelAdminDto, ModelOptionDto } from '@mozhou/contracts/models/answers'
import type { Capability } from '@mozhou/contracts/models/kinds'
import type { DomainContext } from '../context.ts'
import { isServed } from './candidate-rules.ts'
import { loadCatalogue, toModelOption } from './catalogue.ts'
import { adminSelect, toModelAdminDto } from './catalogue-dto.ts'

/** Models that creators may pick from for what is asked of them, in order of priority. */
export async function listModels(ctx: DomainContext, capability: Capability = 'text'): Promise<ModelOptionDto[]> {
  const models = await loadCatalogue(ctx)
  return models
    .filter((model) => model.capability === capability && isServed(model, ctx.clock.now()))
    .map(toModelOption)
}

/** The whole catalogue, disabled models included, for operators. */
export async function listCatalogue(ctx: DomainContext): Promise<ModelAdminDto[]> {
  const rows = await ctx.prisma.aiModel.findMany({
    where: { deletedAt: null },
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
    select: adminSelect,
  })
  return Promise.all(rows.map((row) => toModelAdminDto(ctx, row)))
}
