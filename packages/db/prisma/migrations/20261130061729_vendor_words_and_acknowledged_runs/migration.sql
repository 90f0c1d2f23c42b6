-- AlterTable
ALTER TABLE "model_usages" ADD COLUMN     "http_status" INTEGER,
ADD COLUMN     "vendor_message" TEXT;

-- CreateTable
CREATE TABLE "run_acknowledgements" (
    "id" UUID NOT NULL,
    "workflow_id" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_acknowledgements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "run_acknowledgements_workflow_id_created_at_idx" ON "run_acknowledgements"("workflow_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "run_acknowledgements" ADD CONSTRAINT "run_acknowledgements_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
