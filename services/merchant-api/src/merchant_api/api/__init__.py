"""The JSON API: for programs, with a bearer key, under `/api/v1`."""

from fastapi import APIRouter

from merchant_api.api import account_routes, return_routes, shipment_routes
from merchant_api.api.problems import SHARED_PROBLEMS, explain_refusals

__all__ = ["explain_refusals", "router"]

router = APIRouter(prefix="/api/v1", responses=SHARED_PROBLEMS)
router.include_router(shipment_routes.router)
router.include_router(return_routes.router)
router.include_router(account_routes.router)
