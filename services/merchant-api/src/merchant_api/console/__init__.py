"""The merchant console: pages for people, with or without script, in French and in English."""

from fastapi import APIRouter

from merchant_api.console import decision_pages, queue_pages, session_pages
from merchant_api.console.error_pages import explain_errors

__all__ = ["explain_errors", "router"]

router = APIRouter(include_in_schema=False)
router.include_router(session_pages.router)
router.include_router(queue_pages.router)
router.include_router(decision_pages.router)
