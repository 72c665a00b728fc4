-- AlterTable
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_body_filled" CHECK ("status" = 'deleted' OR length("body") > 0);

-- AlterTable
ALTER TABLE "Post" ADD CONSTRAINT "Post_trashedFrom_known" CHECK ("trashedFrom" <> 'trashed');

-- Nothing kept two rows for hits on no post apart: they become one.
UPDATE "DiscardedHits" SET "hits" = (
    SELECT sum("same"."hits") FROM "DiscardedHits" AS "same"
    WHERE "same"."postId" IS NULL AND "same"."day" = "DiscardedHits"."day" AND "same"."reason" = "DiscardedHits"."reason"
) WHERE "id" IN (SELECT min("id") FROM "DiscardedHits" WHERE "postId" IS NULL GROUP BY "day", "reason");
DELETE FROM "DiscardedHits" WHERE "postId" IS NULL AND "id" NOT IN (
    SELECT min("id") FROM "DiscardedHits" WHERE "postId" IS NULL GROUP BY "day", "reason"
);

-- CreateIndex
CREATE UNIQUE INDEX "DiscardedHits_day_reason_key" ON "DiscardedHits"("day", "reason") WHERE "postId" IS NULL;

-- CreateIndex
CREATE INDEX "Redirect_target_idx" ON "Redirect"("target");
