-- AlterTable
ALTER TABLE "creation_versions" ADD COLUMN     "plain_form" JSONB;

-- CreateTable
CREATE TABLE "image_calls" (
    "id" UUID NOT NULL,
    "generation_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "places" INTEGER[],
    "request_hash" BYTEA NOT NULL,
    "vendor_task_id" TEXT,
    "outcomes" JSONB,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "image_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image_pictures" (
    "id" UUID NOT NULL,
    "generation_id" UUID,
    "version_id" UUID,
    "place" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "failure_code" TEXT,
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "image_pictures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image_prices" (
    "tool_key" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "image_prices_pkey" PRIMARY KEY ("tool_key","quality")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "image_calls_generation_id_idx" ON "image_calls"("generation_id");

-- CreateIndex
CREATE INDEX "image_calls_sent_at_idx" ON "image_calls"("sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "image_pictures_generation_id_place_key" ON "image_pictures"("generation_id", "place");

-- CreateIndex
CREATE INDEX "image_pictures_version_id_idx" ON "image_pictures"("version_id");

-- CreateIndex
CREATE INDEX "image_pictures_file_id_idx" ON "image_pictures"("file_id");

-- CreateIndex
CREATE INDEX "attachments_file_id_idx" ON "attachments"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachments_creation_id_role_place_file_id_key" ON "attachments"("creation_id", "role", "place", "file_id");

-- AddForeignKey
ALTER TABLE "image_calls" ADD CONSTRAINT "image_calls_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_pictures" ADD CONSTRAINT "image_pictures_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_pictures" ADD CONSTRAINT "image_pictures_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "creation_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_pictures" ADD CONSTRAINT "image_pictures_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Not of the schema: what its columns may hold.
ALTER TABLE "creations"
    DROP CONSTRAINT "creations_kind_check",
    ADD CONSTRAINT "creations_kind_check" CHECK ("kind" IN ('writing', 'image'));

ALTER TABLE "image_calls"
    ADD CONSTRAINT "image_calls_state_check" CHECK ("state" IN ('submitting', 'pending', 'answered', 'done', 'failed', 'cancelled', 'unknown')),
    ADD CONSTRAINT "image_calls_task_check" CHECK ("state" <> 'pending' OR "vendor_task_id" IS NOT NULL),
    ADD CONSTRAINT "image_calls_ended_check" CHECK (("state" IN ('submitting', 'pending', 'answered')) = ("ended_at" IS NULL)),
    ADD CONSTRAINT "image_calls_outcomes_check" CHECK (("state" = 'answered') = ("outcomes" IS NOT NULL));

-- One submit of a run at a time, whatever model it goes to.
CREATE UNIQUE INDEX "image_calls_open_key" ON "image_calls"("generation_id") WHERE "ended_at" IS NULL;

ALTER TABLE "image_pictures"
    ADD CONSTRAINT "image_pictures_state_check" CHECK ("state" IN ('waiting', 'making', 'made', 'refused', 'failed')),
    ADD CONSTRAINT "image_pictures_owner_check" CHECK (("generation_id" IS NULL) <> ("version_id" IS NULL)),
    ADD CONSTRAINT "image_pictures_file_check" CHECK ("state" = 'made' OR "file_id" IS NULL);

ALTER TABLE "image_prices"
    ADD CONSTRAINT "image_prices_quality_check" CHECK ("quality" IN ('standard', 'high')),
    ADD CONSTRAINT "image_prices_credits_check" CHECK ("credits" > 0);

ALTER TABLE "attachments"
    ADD CONSTRAINT "attachments_role_check" CHECK ("role" IN ('cover', 'illustration')),
    ADD CONSTRAINT "attachments_place_check" CHECK ("place" >= 0 AND ("role" <> 'cover' OR "place" = 0));
