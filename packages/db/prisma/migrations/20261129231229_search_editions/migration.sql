-- AlterTable
ALTER TABLE "creation_search" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "shown" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "creation_search_edition_idx" ON "creation_search"("edition");
