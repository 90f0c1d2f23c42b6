import type { DomainContext } from '../context.ts'

/**
 * Whether a model had a part in a work: it was asked for anything of it, be it a shorter title, or of what it was copied from. Then all of its
 * versions count as made with one, those that a person has rewritten too: nobody can see by a text whose it is.
 */
export async function hasModelPart({ prisma }: Pick<DomainContext, 'prisma'>, creationId: string): Promise<boolean> {
  const [found] = await prisma.$queryRaw<{ isFound: boolean }[]>`
    WITH RECURSIVE line AS (
      SELECT id, copied_from_id FROM creations WHERE id = ${creationId}::uuid
      UNION SELECT c.id, c.copied_from_id FROM creations c JOIN line ON c.id = line.copied_from_id
    )
    SELECT EXISTS (SELECT 1 FROM generations g JOIN line ON g.creation_id = line.id WHERE g.status <> 'refused') AS "isFound"`
  return found?.isFound !== false
}
