-- DropIndex
DROP INDEX "creations_user_id_created_at_id_idx";

-- AlterTable
ALTER TABLE "creation_versions" ALTER COLUMN "model_alias" DROP NOT NULL,
ALTER COLUMN "prompt_version" DROP NOT NULL;

-- AlterTable
ALTER TABLE "creations" ADD COLUMN "copied_form" JSONB,
ADD COLUMN "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN "purged_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "creation_search" (
    "creation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "terms" tsvector,

    CONSTRAINT "creation_search_pkey" PRIMARY KEY ("creation_id")
);

-- CreateTable
CREATE TABLE "creation_exports" (
    "id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "is_labelled" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "creation_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "creation_exports_creation_id_created_at_idx" ON "creation_exports"("creation_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "creation_search" ADD CONSTRAINT "creation_search_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_exports" ADD CONSTRAINT "creation_exports_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_exports" ADD CONSTRAINT "creation_exports_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "creation_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "creation_search_terms_idx" ON "creation_search" USING GIN ("terms");

-- What Prisma cannot say.

-- Every order and filter of the library begins in one of these. What is in the trash, or was purged, is in none of them.
CREATE INDEX "creations_user_id_created_at_id_idx" ON "creations" ("user_id", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "creations_user_id_updated_at_id_idx" ON "creations" ("user_id", "updated_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "creations_user_id_word_count_id_idx" ON "creations" ("user_id", "word_count" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "creations_user_id_tool_created_at_id_idx" ON "creations" ("user_id", "tool_key", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "creations_user_id_status_created_at_id_idx" ON "creations" ("user_id", "status", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "creations_user_id_incomplete_idx" ON "creations" ("user_id", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "is_incomplete";
CREATE INDEX "creations_trash_idx" ON "creations" ("user_id", "deleted_at" DESC, "id" DESC) WHERE "deleted_at" IS NOT NULL AND "purged_at" IS NULL;
CREATE INDEX "creations_purgeable_idx" ON "creations" ("deleted_at") WHERE "deleted_at" IS NOT NULL AND "purged_at" IS NULL;

ALTER TABLE "creations"
    ADD CONSTRAINT "creations_purged_from_trash_check" CHECK ("purged_at" IS NULL OR "deleted_at" IS NOT NULL);

ALTER TABLE "generations"
    DROP CONSTRAINT "generations_kind_check",
    ADD CONSTRAINT "generations_kind_check" CHECK ("kind" IN ('generate', 'regenerate', 'optimise', 'continue', 'rewrite'));

ALTER TABLE "creation_versions"
    DROP CONSTRAINT "creation_versions_kind_check",
    ADD CONSTRAINT "creation_versions_kind_check" CHECK ("kind" IN ('generated', 'regenerated', 'optimised', 'continued', 'edited', 'restored', 'copied')),
    ADD CONSTRAINT "creation_versions_maker_check" CHECK (
        ("kind" IN ('edited', 'restored', 'copied')) = ("model_alias" IS NULL)
        AND ("model_alias" IS NULL) = ("prompt_version" IS NULL)
        AND ("model_alias" IS NOT NULL OR ("model_id" IS NULL AND "input_tokens" = 0 AND "output_tokens" = 0 AND "cost_micro_yuan" = 0)));

ALTER TABLE "creation_exports"
    ADD CONSTRAINT "creation_exports_format_check" CHECK ("format" IN ('md', 'html', 'txt', 'docx'));
