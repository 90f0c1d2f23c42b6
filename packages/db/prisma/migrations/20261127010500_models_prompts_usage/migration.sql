-- DropIndex
DROP INDEX "ai_models_capability_alias_key";

-- AlterTable
ALTER TABLE "ai_models" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "prompt_version" TEXT;

-- AlterTable
ALTER TABLE "model_usages" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'generation',
ADD COLUMN     "tool_key" TEXT,
ALTER COLUMN "generation_id" DROP NOT NULL,
ALTER COLUMN "creation_id" DROP NOT NULL,
ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "prompt_versions" (
    "id" UUID NOT NULL,
    "tool_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "system_text" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "prompt_versions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prompt_versions_tool_key_number_key" ON "prompt_versions"("tool_key", "number");

-- CreateIndex
CREATE INDEX "model_usages_user_id_created_at_id_idx" ON "model_usages"("user_id", "created_at" DESC, "id" DESC);

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

-- A deleted model keeps its row for the receipts, and gives its name back.
CREATE UNIQUE INDEX "ai_models_capability_alias_key" ON "ai_models" ("capability", "alias") WHERE "deleted_at" IS NULL;
ALTER TABLE "ai_models"
    ADD CONSTRAINT "ai_models_deleted_check" CHECK ("deleted_at" IS NULL OR (NOT "is_enabled" AND NOT "is_default"));

ALTER TABLE "model_usages"
    ADD CONSTRAINT "model_usages_purpose_check" CHECK ("purpose" IN ('generation', 'model_test', 'prompt_test')),
    ADD CONSTRAINT "model_usages_owner_check" CHECK (("purpose" = 'generation') = ("user_id" IS NOT NULL AND "generation_id" IS NOT NULL AND "creation_id" IS NOT NULL)),
    ADD CONSTRAINT "model_usages_test_owner_check" CHECK ("purpose" = 'generation' OR ("user_id" IS NULL AND "generation_id" IS NULL AND "creation_id" IS NULL));

-- Statistics by tool read the usage rows alone.
UPDATE "model_usages" SET "tool_key" = "creations"."tool_key" FROM "creations" WHERE "creations"."id" = "model_usages"."creation_id";

-- The refund log of the whole platform.
CREATE INDEX "credit_entries_refunds_created_at_id_idx" ON "credit_entries" ("created_at" DESC, "id" DESC) WHERE "kind" = 'refund';

ALTER TABLE "prompt_versions"
    ADD CONSTRAINT "prompt_versions_status_check" CHECK ("status" IN ('draft', 'live', 'retired')),
    ADD CONSTRAINT "prompt_versions_source_check" CHECK ("source" IN ('code', 'admin')),
    ADD CONSTRAINT "prompt_versions_number_positive_check" CHECK ("number" > 0),
    ADD CONSTRAINT "prompt_versions_text_check" CHECK ("system_text" <> ''),
    ADD CONSTRAINT "prompt_versions_tool_key_format_check" CHECK ("tool_key" ~ '^[a-z][a-z0-9-]{0,59}$'),
    ADD CONSTRAINT "prompt_versions_published_check" CHECK (CASE "status" WHEN 'draft' THEN "published_at" IS NULL WHEN 'live' THEN "published_at" IS NOT NULL ELSE true END);

CREATE UNIQUE INDEX "prompt_versions_one_live_per_tool" ON "prompt_versions" ("tool_key") WHERE "status" = 'live';

-- Texts name the version that wrote them: what once was live says for ever what it said then.
CREATE FUNCTION refuse_prompt_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."status" = 'draft' AND TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW."tool_key" = OLD."tool_key" AND NEW."number" = OLD."number"
        AND (OLD."status" = 'draft' OR (NEW."status" <> 'draft' AND NEW."system_text" = OLD."system_text")) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of prompt %@% is refused: only drafts may change', TG_OP, OLD."tool_key", OLD."number" USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "prompt_versions_immutable" BEFORE UPDATE OR DELETE ON "prompt_versions"
    FOR EACH ROW EXECUTE FUNCTION refuse_prompt_change();
